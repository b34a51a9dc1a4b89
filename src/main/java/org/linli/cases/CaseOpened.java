package org.linli.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A case begins.
///
/// Signals `Conflict` when somebody opened one of the same label at the same spot since it was looked for.
///
/// @param seen    the version of the spot that the decision was made on; zero where nothing ever happened
/// @param history its first steps
record CaseOpened(Case opened, long seen, List<Step> history) implements Effect {
    CaseOpened {
        history = List.copyOf(history);
    }

    /// The spot and label, where neighbours report the same. Without a place there is nowhere to meet.
    @Override
    public @Nullable Object contested() {
        var problem = opened.problem();
        return problem.spot().isEmpty() ? null : List.of(opened.community(), problem.spot(), problem.label());
    }

    @Override
    public CommunityId community() {
        return opened.community();
    }
}
