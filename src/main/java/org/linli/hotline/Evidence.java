package org.linli.hotline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Case;
import org.linli.cases.Step;

/// What answers an order: the case, what was said to the resident, and the pictures of the result. Pure.
///
/// @param pictures ids of pictures that staff took of the result
public record Evidence(Case it, String answer, List<String> pictures) {

    private static final String KEPT = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    public Evidence {
        pictures = List.copyOf(pictures);
    }

    /// @param history in order; the last result counts, or else the last answer
    public static Evidence of(Case it, List<Step> history) {
        var result = last(history, Step.Kind.RESOLVED);
        var said = result != null ? result : last(history, Step.Kind.ANSWERED);
        return new Evidence(
                it,
                said == null ? "" : said.words(),
                result == null
                        ? List.of()
                        : result.pictures().stream()
                                .filter(id -> id.matches(KEPT))
                                .toList());
    }

    private static @Nullable Step last(List<Step> history, Step.Kind kind) {
        return history.stream()
                .filter(step -> step.kind() == kind)
                .reduce((_, later) -> later)
                .orElse(null);
    }

    @Override
    public String toString() {
        return "Evidence[" + it.number() + "]";
    }
}
