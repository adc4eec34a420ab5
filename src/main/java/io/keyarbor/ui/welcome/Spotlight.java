package io.keyarbor.ui.welcome;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.util.Subscription;

/** Darkens the window but for one part of it, and puts the dialog beside that part. */
final class Spotlight {
  private static final double ROOM = 6;
  private static final double GAP = 14;

  private final StackPane veil;
  private final Region box;
  private final Pane layer = new Pane();
  private final Subscription resized;
  private Optional<Node> part = Optional.empty();

  private Spotlight(StackPane veil, Region box) {
    this.veil = veil;
    this.box = box;
    layer.setMouseTransparent(true);
    layer.setManaged(false);
    veil.getChildren().addFirst(layer);
    veil.getStyleClass().add("spotlight");
    StackPane.setAlignment(box, Pos.TOP_LEFT);
    Subscription window = veil.layoutBoundsProperty().subscribe(b -> draw());
    Subscription content = box.layoutBoundsProperty().subscribe(b -> draw());
    resized = window.and(content);
  }

  /** Over the dialog that holds {@code content}; empty if it is in none. */
  static Optional<Spotlight> over(Node content) {
    Optional<Region> box = around(content, "dialog-box");
    return around(content, "veil")
        .filter(StackPane.class::isInstance)
        .flatMap(veil -> box.map(b -> new Spotlight((StackPane) veil, b)));
  }

  private static Optional<Region> around(Node content, String style) {
    return Stream.iterate(content, n -> n != null, n -> (Node) n.getParent())
        .filter(n -> n.getStyleClass().contains(style))
        .findFirst()
        .map(Region.class::cast);
  }

  /** Shows that part; without one all is dark and the dialog in the middle. */
  void pointAt(Optional<Node> next) {
    part = next;
    draw();
  }

  private void draw() {
    layer.resize(veil.getWidth(), veil.getHeight());
    Rectangle all = new Rectangle(veil.getWidth(), veil.getHeight());
    Optional<Bounds> lit = part.map(p -> veil.sceneToLocal(p.localToScene(p.getLayoutBounds())));
    Shape dark = lit.map(b -> Shape.subtract(all, hole(b))).orElse(new Path());
    dark.getStyleClass().add("spotlight-dark");
    layer.getChildren().setAll(dark);
    lit.ifPresent(b -> {
      Rectangle ring = hole(b);
      ring.getStyleClass().add("spotlight-ring");
      layer.getChildren().add(ring);
    });
    place(lit);
  }

  private static Rectangle hole(Bounds b) {
    Rectangle hole =
        new Rectangle(
            b.getMinX() - ROOM,
            b.getMinY() - ROOM,
            b.getWidth() + 2 * ROOM,
            b.getHeight() + 2 * ROOM);
    hole.setArcWidth(2 * ROOM);
    hole.setArcHeight(2 * ROOM);
    return hole;
  }

  /** Below the part, or else to its right; always within the window. */
  private void place(Optional<Bounds> lit) {
    Insets edge = veil.getInsets();
    double mostX = veil.getWidth() - edge.getLeft() - edge.getRight() - box.getWidth();
    double mostY = veil.getHeight() - edge.getTop() - edge.getBottom() - box.getHeight();
    double x = mostX / 2;
    double y = mostY / 2;
    if (lit.isPresent()) {
      Bounds b = lit.get();
      boolean below = b.getMaxY() + GAP - edge.getTop() <= mostY;
      x = (below ? b.getMinX() : b.getMaxX() + GAP) - edge.getLeft();
      y = (below ? b.getMaxY() + GAP : b.getMinY()) - edge.getTop();
    }
    box.setTranslateX(Math.clamp(x, 0, Math.max(0, mostX)));
    box.setTranslateY(Math.clamp(y, 0, Math.max(0, mostY)));
  }

  void close() {
    resized.unsubscribe();
  }
}
