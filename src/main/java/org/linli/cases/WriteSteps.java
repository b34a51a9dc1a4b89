package org.linli.cases;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes what the histories of cases grow by at one moment.
@Component
@Order(13)
class WriteSteps implements WriteEffects<StepTaken> {

    private final AddSteps steps;
    private final TellTheDesk desk;

    WriteSteps(AddSteps steps, TellTheDesk desk) {
        this.steps = steps;
        this.desk = desk;
    }

    @Override
    public Class<StepTaken> kind() {
        return StepTaken.class;
    }

    @Override
    public Mono<Void> write(List<StepTaken> effects) {
        var taken = effects.stream().map(StepTaken::step).toList();
        return steps.add(taken).then(Mono.defer(() -> desk.afterCommit(taken)));
    }
}
