package io.keyarbor.probe.engine;

import io.keyarbor.probe.ModelList;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.http.Carrier;
import io.keyarbor.probe.http.Limits;
import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.tls.ServerTrust;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.ServiceTemplate;
import java.util.Optional;
import java.util.function.Function;

/** Reads on demand what a service tells beside the test, within the bounds of one. */
record Readings(Limits limits, Function<ServerTrust, Carrier> carriers, Calls calls) {
  ModelList models(ServiceTemplate template, FieldValues values, TlsTrust trust)
      throws InterruptedException {
    Optional<Plan> plan = Plan.reading(template.models(), values);
    if (plan.isEmpty()) {
      return ModelList.failed("There is no list of models to read for this kind of secret.");
    }
    Inputs inputs = new Inputs(template.fields(), values);
    AllowedHosts hosts = new AllowedHosts(template.fields(), plan.get(), inputs);
    try (Carrier carrier = carriers.apply(ServerTrust.of(trust))) {
      Run.Result result =
          new Run(plan.get(), inputs, calls, hosts, carrier, false).read(limits.whole());
      return result.judgement().detail().isEmpty()
          ? ModelList.of(result.findings().models())
          : ModelList.failed(result.judgement().detail());
    } catch (BadInput e) {
      return ModelList.failed(e.getMessage());
    }
  }
}
