package io.keyarbor.ui.main;

import io.keyarbor.settings.Grouping;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.ui.bulk.BulkPane;
import io.keyarbor.ui.control.IconButton;
import io.keyarbor.ui.detail.DetailController;
import io.keyarbor.ui.list.ClosedGroups;
import io.keyarbor.ui.list.CredentialListModel;
import io.keyarbor.ui.list.Entry;
import io.keyarbor.ui.list.Shelf;
import io.keyarbor.ui.list.Sorting;
import io.keyarbor.ui.news.News;
import io.keyarbor.ui.searches.SearchDeeds;
import io.keyarbor.ui.theme.Look;
import io.keyarbor.ui.trash.TrashController;
import io.keyarbor.ui.view.Demo;
import io.keyarbor.ui.view.DemoBanner;
import io.keyarbor.ui.view.Fxml;
import io.keyarbor.ui.work.Deeds;
import io.keyarbor.ui.work.Preferences;
import io.keyarbor.ui.work.Testing;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.SavedSearch;
import io.keyarbor.vault.Session.Subscription;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The main window: the list with its sidebar, search and details, and the way to all else. */
public final class MainController {
  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

  /** Below this width in em there is no room for words in the sidebar. */
  private static final double NARROW = 64;

  /** Of the width that list and details have together. */
  private static final double LIST_SHARE = 0.7;

  private final Workspace work;
  private final Doors doors;
  private final SettingsStore settings;
  private final Preferences preferences;
  private final ClosedGroups closed;
  private final Testing testing;
  private final Optional<Demo> demo;
  private final CredentialListModel model;
  private final Deeds deeds;
  private final GroupDeeds groupDeeds;
  private final SearchDeeds searchDeeds;
  private final ChosenDeeds chosen;
  private final ChosenPane right;
  private final Dragging dragging;
  private final TrashController trash;
  private final SidebarController sidebar;
  private final StatusBarController status;
  private final News news;
  private final Coalesced reload = new Coalesced(Duration.millis(40), this::reload);
  private final Coalesced testsChanged = new Coalesced(Duration.millis(200), this::showTests);
  private final EmptyState empty = new EmptyState();
  private final Arrivals arrivals = new Arrivals();
  private Optional<Subscription> changes = Optional.empty();
  private Optional<TemplateNews> templates = Optional.empty();
  private CredentialTable table;
  private SearchBar searchBar;

  @FXML private BorderPane root;
  @FXML private Label vaultName;
  @FXML private VBox top;
  @FXML private DemoBanner banner;
  @FXML private TextField search;
  @FXML private IconButton star;
  @FXML private Button testAll;
  @FXML private MenuButton more;
  @FXML private SplitPane split;
  @FXML private StackPane list;
  @FXML private StackPane middle;
  @FXML private TreeTableView<Row> tree;

  /**
   * Over an unlocked vault.
   *
   * @param closed groups of the list, remembered when this window is gone
   * @param demo present if the vault is a demo
   */
  public MainController(
      Workspace work,
      Testing testing,
      SettingsStore settings,
      ClosedGroups closed,
      Doors doors,
      Optional<Demo> demo) {
    this.work = work;
    this.testing = testing;
    this.settings = settings;
    this.closed = closed;
    preferences = new Preferences(settings, work.dialogs());
    this.doors = doors;
    this.demo = demo;
    model =
        new CredentialListModel(
            work.catalogue(), work.clock(), Sorting.of(settings.current().order()));
    deeds = new Deeds(work);
    groupDeeds = new GroupDeeds(work);
    searchDeeds = new SearchDeeds(work);
    dragging = new Dragging(model, () -> table.chosen(), deeds, groupDeeds);
    chosen = new ChosenDeeds(() -> table, deeds, testing, doors.edit(), this::enterChosen);
    right =
        new ChosenPane(
            new DetailController(work, deeds, testing, doors.edit()),
            new BulkPane(model, deeds, chosen::test, doors.exporting()));
    trash = new TrashController(work, deeds);
    Grouping grouping = settings.current().grouping();
    model.group(grouping);
    sidebar = new SidebarController(grouping, this::show, this::group, searchDeeds, this::look);
    status = new StatusBarController(work, testing);
    news = new News(work, testing, this::select);
  }

  /** What to show in the window. */
  public Parent view() {
    return Fxml.load(this);
  }

  @FXML
  void initialize() {
    vaultName.setText(work.session().vaultName());
    banner.show(demo);
    // In this order Tab goes from the sidebar to the list.
    root.setCenter(null);
    root.setLeft(Fxml.load(sidebar));
    root.setCenter(middle);
    HBox bottom = (HBox) Fxml.load(status);
    bottom.getChildren().add(news.bell());
    root.setBottom(bottom);
    top.getChildren().add(news.banner());
    SplitPane.setResizableWithParent(right, false);
    showDetails(true);
    Parent trashView = Fxml.load(trash);
    trashView.managedProperty().bind(trashView.visibleProperty());
    trashView.setVisible(false);
    list.getChildren().add(empty.scrolled());
    middle.getChildren().add(trashView);
    root.getStylesheets()
        .add(Objects.requireNonNull(MainController.class.getResource("list.css")).toExternalForm());
    table =
        new CredentialTable(
            tree,
            model,
            testing,
            work.clock(),
            () -> settings.current().hiddenColumns(),
            this::em,
            closed,
            sorting -> preferences.change(s -> s.withOrder(sorting.kept())));
    ColumnMenu columns = new ColumnMenu(preferences, table::shown, table::fit);
    table.accept(dragging, columns.contextMenu());
    sidebar.accept(dragging);
    root.widthProperty().subscribe(this::rescale);
    MainMenu.fill(
        more,
        List.of(sidebar.groupMenu(), SortMenu.menu(model::sorting, table::sortBy), columns.menu()),
        doors,
        groupDeeds,
        chosen::credentials,
        demo);
    table.onChoice(this::showChosen);
    RowMenu menu = new RowMenu(model, table, deeds, groupDeeds, chosen::test, chosen::edit);
    tree.setContextMenu(menu.menu());
    tree.setOnMouseClicked(e -> {
      if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
        chosen.edit();
      }
    });
    searchBar =
        new SearchBar(search, star, this::search, sidebar.searches()::of, searchDeeds::save);
    keys();
    testing.onChange(testsChanged::request);
    changes = Optional.of(work.session().onChange(() -> Platform.runLater(reload::request)));
    templates = Optional.of(new TemplateNews(work, this::templatesChanged, doors.templates()));
    reload();
    templates.ifPresent(TemplateNews::tell);
  }

  /** Names, icons, forms and tests may be other ones. */
  private void templatesChanged() {
    model.forget();
    reload();
  }

  private void keys() {
    new MainKeys()
        .on("Shortcut+F", searchBar::focus)
        .on("Shortcut+K", doors.quick())
        .on("Shortcut+Shift+E", doors.calendar())
        .on("Shortcut+N", doors.add())
        .on("Shortcut+E", chosen::edit)
        .on("Shortcut+T", chosen::test)
        .on("F5", chosen::test)
        .on("Shortcut+Shift+T", this::testAll)
        .on("Shortcut+L", doors.lock())
        .on("Shortcut+Comma", doors.settings())
        .on("Shortcut+Shift+P", doors.profiles())
        .on("Shortcut+I", doors.importing())
        .in(root);
    new MainKeys()
        .on("Delete", chosen::moveToTrash)
        .on("Shortcut+C", chosen::copySecret)
        .on("Enter", right::enter)
        .in(tree);
    new MainKeys()
        .on("Esc", this::clearSearch)
        .on("Down", this::enterList)
        .on("Enter", this::enterList)
        .in(search);
  }

  private void enterList() {
    tree.requestFocus();
    if (tree.getSelectionModel().isEmpty()) {
      model.hits().stream().findFirst().ifPresent(e -> table.choose(e.id()));
    }
  }

  private void enterChosen() {
    right.enter();
  }

  private void search(String text) {
    model.search(text);
    sidebar.follow(model.shelf(), text);
    render();
  }

  private void look(SavedSearch saved) {
    show(Shelf.ALL);
    searchBar.set(saved.query());
  }

  private void clearSearch() {
    search.clear();
    tree.requestFocus();
  }

  private void reload() {
    if (work.session().isLocked()) {
      return;
    }
    var credentials = work.session().credentials();
    List<Credential> all = credentials.all();
    List<Credential> thrown = credentials.trash();
    model.load(all, work.session().groups().all(), work.session().profiles().all(), thrown.size());
    trash.show(thrown);
    sidebar.searches().show(work.session().searches().all());
    sidebar.follow(model.shelf(), searchBar.text());
    searchBar.showStar();
    render();
    // Who adds a credential, or undoes its removal, wants to see it.
    arrivals.look(all).ifPresent(table::choose);
  }

  private void render() {
    if (table == null) {
      return;
    }
    table.render();
    sidebar.show(model.counts());
    status.show(model.hits().size(), model.all().size());
    showChosen();
    testAll.setDisable(testing.progress().isPresent() || model.hits().isEmpty());
    showEmpty();
  }

  private void showEmpty() {
    boolean nothing = model.tree().size() == 0 && model.tree().branches().isEmpty();
    tree.setVisible(!nothing);
    empty.setVisible(nothing);
    showDetails(!model.all().isEmpty());
    if (nothing) {
      empty.show(model, doors, this::clearSearch);
    }
  }

  /** Beside the ways to the first credentials there is nothing to choose. */
  private void showDetails(boolean wanted) {
    if (wanted && !split.getItems().contains(right)) {
      split.getItems().add(right);
      split.setDividerPositions(LIST_SHARE);
    } else if (!wanted) {
      split.getItems().remove(right);
    }
  }

  private void showChosen() {
    right.show(table.chosen().stream().flatMap(e -> model.find(e.id()).stream()).toList());
  }

  /** Begins, once the view is shown. */
  public void begin() {
    // The split pane takes its parts into the scene only when it is dressed.
    root.applyCss();
    tree.requestFocus();
    news.begin();
  }

  private double em() {
    return Look.BASE_SIZE * settings.current().fontScale();
  }

  /** Follows a change of the window's width or the font scale. */
  public void rescale() {
    root.pseudoClassStateChanged(COMPACT, root.getWidth() < NARROW * em());
    table.fit();
    table.refresh();
  }

  private void showTests() {
    table.showTests();
    status.showRun();
    testAll.setDisable(testing.progress().isPresent() || model.hits().isEmpty());
  }

  private void show(Shelf shelf) {
    boolean inTrash = shelf == Shelf.TRASH;
    trash.view().setVisible(inTrash);
    split.setVisible(!inTrash);
    model.show(shelf);
    render();
  }

  private void group(Grouping grouping) {
    model.group(grouping);
    render();
    preferences.change(s -> s.withGrouping(grouping));
  }

  /** Chooses a credential in the list, and clears what hides it there. */
  public void select(CredentialId id) {
    sidebar.choose(Shelf.ALL);
    search.clear();
    table.choose(id);
    tree.requestFocus();
  }

  @FXML
  void add() {
    doors.add().run();
  }

  @FXML
  void testAll() {
    testing.testAll(model.hits().stream().filter(Entry::isTestable).map(Entry::id).toList());
  }

  @FXML
  void lock() {
    doors.lock().run();
  }

  /** Forgets what it shows; for when the vault locks. */
  public void close() {
    changes.ifPresent(Subscription::close);
    templates.ifPresent(TemplateNews::close);
    reload.stop();
    testsChanged.stop();
    right.show(List.of());
    sidebar.searches().show(List.of());
    dragging.end();
    model.load(List.of(), List.of(), List.of(), 0);
    table.close();
    trash.show(List.of());
  }
}
