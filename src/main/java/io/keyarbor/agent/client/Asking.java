package io.keyarbor.agent.client;

import io.keyarbor.agent.protocol.FrameReader;
import io.keyarbor.agent.protocol.FrameWriter;
import io.keyarbor.agent.protocol.Op;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** How the parts of a session ask the agent. */
interface Asking {
  /** The metadata kept here, if they are. */
  Optional<Records> kept();

  /** The metadata kept here; they are from now on. */
  Records keeping();

  /** Asks; what a change brought can be read here when this returns. */
  <R> R ask(Op op, Consumer<FrameWriter> request, Function<FrameReader, R> answer);

  /** Asks for something that has no answer but that it was done. */
  default void tell(Op op, Consumer<FrameWriter> request) {
    ask(op, request, in -> true);
  }
}
