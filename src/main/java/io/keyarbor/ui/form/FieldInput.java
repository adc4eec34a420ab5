package io.keyarbor.ui.form;

import io.keyarbor.ui.control.SecretField;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * How one field is entered.
 *
 * @param node what lies in the form
 * @param target what the label names and the focus goes to
 * @param text what is entered; empty text for a secret
 * @param show puts a text there; does nothing for a secret
 * @param secret the field of a secret
 */
record FieldInput(
    Node node,
    Node target,
    Supplier<String> text,
    Consumer<String> show,
    Optional<SecretField> secret) {}
