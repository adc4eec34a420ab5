import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;

/** Prints the text on the clipboard of the display, for scripts; nothing if there is none. */
final class ClipboardText {
  private ClipboardText() {}

  public static void main(String[] args) throws Exception {
    var clipboard = Toolkit.getDefaultToolkit().getSystemClipboard();
    if (clipboard.isDataFlavorAvailable(DataFlavor.stringFlavor)) {
      System.out.print(clipboard.getData(DataFlavor.stringFlavor));
    }
  }
}
