package io.keyarbor.ui.calendar;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.control.IconButton;
import io.keyarbor.ui.dialog.Dialogs.Handle;
import io.keyarbor.ui.list.CredentialListModel;
import io.keyarbor.ui.list.Entry;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.CredentialId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/** When credentials expire: a month by days, the next twelve months, and all of it in order. */
public final class CalendarWindow {
  private final Workspace work;
  private final Consumer<CredentialId> select;
  private final Label title = new Label();
  private Optional<Handle> handle = Optional.empty();
  private MonthGrid grid;
  private Agenda agenda;

  /**
   * Over the vault of {@code work}.
   *
   * @param select shows a credential in the main list
   */
  public CalendarWindow(Workspace work, Consumer<CredentialId> select) {
    this.work = work;
    this.select = select;
  }

  /** Opens the window, once what it shows is worked out off the JavaFX thread. */
  public void open() {
    work.background().run(this::load, this::show, work.dialogs()::error);
  }

  private ExpiryCalendar load() {
    CredentialListModel list = new CredentialListModel(work.catalogue(), work.clock());
    list.load(work.session().credentials().all(), List.of(), List.of(), 0);
    return new ExpiryCalendar(
        list.all(), LocalDate.now(work.clock()), Locale.getDefault(Locale.Category.FORMAT));
  }

  private void show(ExpiryCalendar calendar) {
    if (work.session().isLocked()) {
      return;
    }
    Region view = calendar.isEmpty() ? empty() : full(calendar);
    view.getStylesheets()
        .add(
            Objects.requireNonNull(CalendarWindow.class.getResource("calendar.css"))
                .toExternalForm());
    // Lists keep Escape for themselves.
    view.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close();
          }
        });
    handle = Optional.of(work.dialogs().show(view, tr("Expiry calendar"), this::close));
    if (!calendar.isEmpty()) {
      grid.begin();
    }
  }

  private Region empty() {
    Label head = new Label(tr("Nothing here expires"));
    head.getStyleClass().add("empty-title");
    Label text =
        new Label(
            tr(
                "Give a credential its last day when you edit it, or test it: some services say"
                    + " until when a key works."));
    text.getStyleClass().add("empty-text");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    Button close = new Button(tr("Close"));
    close.setOnAction(event -> close());
    VBox empty = new VBox(head, text, close);
    empty.getStyleClass().addAll("empty-state", "calendar-empty");
    return empty;
  }

  private Region full(ExpiryCalendar calendar) {
    agenda =
        new Agenda(AgendaLine.of(calendar, CalendarWindow::title), calendar.today(), this::choose);
    grid = new MonthGrid(calendar, this::chose, day -> opened(calendar.on(day)));
    HBox.setHgrow(agenda, Priority.ALWAYS);
    VBox.setVgrow(grid, Priority.ALWAYS);
    VBox month = new VBox(head(calendar), grid, overview(calendar));
    month.getStyleClass().add("calendar-month");
    HBox.setHgrow(month, Priority.ALWAYS);
    HBox body = new HBox(month, agenda);
    body.getStyleClass().add("calendar");
    chose(calendar.today());
    return body;
  }

  private HBox head(ExpiryCalendar calendar) {
    title.getStyleClass().add("section-heading");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Button today = new Button(tr("Today"));
    today.getStyleClass().add("small");
    today.setOnAction(event -> grid.choose(calendar.today()));
    HBox head =
        new HBox(
            title,
            today,
            new IconButton("mdi2c-chevron-left", tr("Month before (Page Up)"), () -> turn(-1)),
            new IconButton("mdi2c-chevron-right", tr("Month after (Page Down)"), () -> turn(1)));
    head.getStyleClass().add("calendar-head");
    return head;
  }

  private void turn(int months) {
    grid.choose(grid.month().plusMonths(months).atDay(1));
  }

  private TilePane overview(ExpiryCalendar calendar) {
    TilePane months = new TilePane();
    months.setTileAlignment(Pos.CENTER_LEFT);
    months.getStyleClass().add("calendar-overview");
    for (ExpiryCalendar.Load load : calendar.overview()) {
      Label number = new Label(String.valueOf(load.count()));
      number.getStyleClass().add("group-size");
      Button month = new Button(format("yMMM", load.month()), load.count() == 0 ? null : number);
      month.getStyleClass().addAll("small", "flat");
      month.setAccessibleText(
          tr("{0}: {1}", title(load.month()), count(load.count(), "{0} expires", "{0} expire")));
      month.setOnAction(event -> grid.choose(load.month().atDay(1)));
      months.getChildren().add(month);
    }
    return months;
  }

  private static String title(YearMonth month) {
    return format("yMMMM", month);
  }

  private static String format(String parts, YearMonth month) {
    return DateTimeFormatter.ofLocalizedPattern(parts).format(month);
  }

  private void chose(LocalDate day) {
    title.setText(title(YearMonth.from(day)));
    agenda.show(day);
  }

  /** The only credential of a day is what is meant; of several the person says which. */
  private void opened(List<Entry> due) {
    if (due.size() == 1) {
      choose(due.getFirst());
    } else if (!due.isEmpty()) {
      agenda.requestFocus();
    }
  }

  private void choose(Entry entry) {
    close();
    select.accept(entry.id());
  }

  private void close() {
    handle.ifPresent(Handle::close);
  }
}
