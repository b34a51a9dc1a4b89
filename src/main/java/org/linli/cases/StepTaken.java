package org.linli.cases;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// The history of a case grows.
public record StepTaken(Step step) implements Effect {
    @Override
    public CommunityId community() {
        return step.community();
    }
}
