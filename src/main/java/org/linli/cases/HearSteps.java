package org.linli.cases;

import java.util.List;
import reactor.core.publisher.Mono;

/// Writes down that steps were taken, within the transaction that takes them: together or not at all.
///
/// It holds up everybody who waits for that commit, so it is one statement for all steps.
public interface HearSteps {

    Mono<Void> hear(List<Step> steps);
}
