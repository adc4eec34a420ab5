package io.keyarbor.transfer.sweep;

import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.transfer.Draft;
import java.util.List;

/** What was found, before it is known whether it is new; the parts are those of {@link Find}. */
record Candidate(Source source, List<ServiceTemplate> services, Draft draft) {}
