package io.keyarbor.ui.main;

import io.keyarbor.settings.Grouping;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.ui.detail.DetailController;
import io.keyarbor.ui.list.CredentialListModel;
import io.keyarbor.ui.list.Entry;
import io.keyarbor.ui.list.Shelf;
import io.keyarbor.ui.news.News;
import io.keyarbor.ui.theme.Look;
import io.keyarbor.ui.trash.TrashController;
import io.keyarbor.ui.view.Demo;
import io.keyarbor.ui.view.DemoBanner;
import io.keyarbor.ui.view.Fxml;
import io.keyarbor.ui.work.Deeds;
import io.keyarbor.ui.work.Testing;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Session.Subscription;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
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

  private final Workspace work;
  private final Doors doors;
  private final SettingsStore settings;
  private final Testing testing;
  private final Optional<Demo> demo;
  private final CredentialListModel model;
  private final Deeds deeds;
  private final GroupDeeds groupDeeds;
  private final DetailController details;
  private final TrashController trash;
  private final SidebarController sidebar;
  private final StatusBarController status;
  private final News news;
  private final Coalesced reload = new Coalesced(Duration.millis(40), this::reload);
  private final Coalesced testsChanged = new Coalesced(Duration.millis(200), this::showTests);
  private final EmptyState empty = new EmptyState();
  private Optional<Subscription> changes = Optional.empty();
  private Optional<TemplateNews> templates = Optional.empty();
  private Set<CredentialId> known = Set.of();
  private CredentialTable table;

  @FXML private BorderPane root;
  @FXML private Label vaultName;
  @FXML private VBox top;
  @FXML private DemoBanner banner;
  @FXML private TextField search;
  @FXML private Button testAll;
  @FXML private MenuButton more;
  @FXML private SplitPane split;
  @FXML private StackPane list;
  @FXML private StackPane middle;
  @FXML private TreeTableView<Row> tree;

  /**
   * Over an unlocked vault.
   *
   * @param demo present if the vault is a demo
   */
  public MainController(
      Workspace work, Testing testing, SettingsStore settings, Doors doors, Optional<Demo> demo) {
    this.work = work;
    this.testing = testing;
    this.settings = settings;
    this.doors = doors;
    this.demo = demo;
    model = new CredentialListModel(work.catalogue(), work.clock());
    deeds = new Deeds(work);
    groupDeeds = new GroupDeeds(work);
    details = new DetailController(work, deeds, testing, doors.edit(), this::em);
    trash = new TrashController(work, deeds);
    Grouping grouping = settings.current().grouping();
    model.group(grouping);
    sidebar = new SidebarController(grouping, this::show, this::group);
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
    Parent detail = Fxml.load(details);
    split.getItems().add(detail);
    SplitPane.setResizableWithParent(detail, false);
    split.setDividerPositions(0.7);
    Parent trashView = Fxml.load(trash);
    trashView.setVisible(false);
    list.getChildren().add(empty.scrolled());
    middle.getChildren().add(trashView);
    table = new CredentialTable(tree, model, testing, work.clock(), this::em);
    root.widthProperty().subscribe(this::rescale);
    MainMenu.fill(more, sidebar.groupMenu(), doors, groupDeeds, this::chosen, demo);
    table.onChoice(details::show);
    RowMenu menu = new RowMenu(model, table, deeds, groupDeeds, this::testChosen, this::editChosen);
    tree.setContextMenu(menu.menu());
    tree.setOnMouseClicked(e -> {
      if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
        editChosen();
      }
    });
    search
        .textProperty()
        .subscribe(text -> {
          model.search(text);
          render();
        });
    keys(detail);
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

  private void keys(Node detail) {
    new MainKeys()
        .on("Shortcut+F", this::search)
        .on("Shortcut+K", this::search)
        .on("Shortcut+N", doors.add())
        .on("Shortcut+E", this::editChosen)
        .on("Shortcut+T", this::testChosen)
        .on("F5", this::testChosen)
        .on("Shortcut+Shift+T", this::testAll)
        .on("Shortcut+L", doors.lock())
        .on("Shortcut+Comma", doors.settings())
        .on("Shortcut+Shift+P", doors.profiles())
        .on("Shortcut+I", doors.importing())
        .in(root);
    new MainKeys()
        .on("Delete", () -> deeds.moveToTrash(chosen()))
        .on("Shortcut+C", () -> chosen().stream().findFirst().ifPresent(deeds::copyMainSecret))
        .on("Enter", () -> detail.lookup(".test-button").requestFocus())
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

  private List<Credential> chosen() {
    return table.chosen().stream().map(Entry::credential).toList();
  }

  private void search() {
    search.requestFocus();
    search.selectAll();
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
    render();
    chooseNew(all);
  }

  /** Who adds a credential, or undoes its removal, wants to see it. */
  private void chooseNew(List<Credential> all) {
    Set<CredentialId> now = new HashSet<>();
    all.forEach(c -> now.add(c.id()));
    List<CredentialId> fresh = now.stream().filter(id -> !known.contains(id)).toList();
    if (!known.isEmpty() && fresh.size() == 1) {
      table.choose(fresh.getFirst());
    }
    known = now;
  }

  private void render() {
    if (table == null) {
      return;
    }
    table.render();
    sidebar.show(model.counts());
    status.show(model.hits().size(), model.all().size());
    details.show(table.row().flatMap(Row::entry).flatMap(e -> model.find(e.id())));
    testAll.setDisable(testing.progress().isPresent() || model.hits().isEmpty());
    showEmpty();
  }

  private void showEmpty() {
    boolean nothing = model.tree().size() == 0 && model.tree().branches().isEmpty();
    tree.setVisible(!nothing);
    empty.setVisible(nothing);
    if (!nothing) {
      return;
    }
    if (model.isSearching()) {
      empty.show(
          "mdi2m-magnify",
          "Nothing found",
          "No credential here has all of these words in its name, service, host, tags or notes.",
          "Clear search",
          this::clearSearch);
    } else if (model.shelf() == Shelf.ALL) {
      empty.showDoors(doors);
    } else {
      empty.show(model.shelf().icon(), model.shelf().emptyTitle(), model.shelf().emptyText());
    }
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
    settings.change(s -> s.withGrouping(grouping));
  }

  private void select(CredentialId id) {
    sidebar.choose(Shelf.ALL);
    search.clear();
    table.choose(id);
    tree.requestFocus();
  }

  private void testChosen() {
    table.chosen().forEach(e -> testing.test(e.id()));
  }

  private void editChosen() {
    List<Entry> chosen = table.chosen();
    if (chosen.size() == 1) {
      doors.edit().accept(chosen.getFirst().id());
    }
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
    details.show(Optional.empty());
    model.load(List.of(), List.of(), List.of(), 0);
    tree.setRoot(null);
    trash.show(List.of());
  }
}
