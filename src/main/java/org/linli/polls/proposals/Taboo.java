package org.linli.polls.proposals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A rule of the negative list (负面清单).
///
/// @param source the law or regulation that it comes from
/// @param says what is not allowed, in plain words
/// @param instead how to turn it into something that is
/// @param when any of these is enough, and of each all words have to be there
/// @param unless any of these words shows that something else is meant
/// @param above a cost, in yuan, from which on it is not allowed; `null` where the cost does not matter
record Taboo(
        String id,
        String source,
        String says,
        String instead,
        List<List<String>> when,
        List<String> unless,
        @Nullable BigDecimal above) {

    /// What in the proposal breaks the rule: the words that were found, or the cost.
    Optional<Breach> broken(String text, BigDecimal cost) {
        if (above != null && cost.compareTo(above) > 0) {
            return Optional.of(breach(List.of(cost.toPlainString())));
        }
        return when.stream()
                .filter(it -> it.stream().allMatch(text::contains))
                .filter(_ -> unless.stream().noneMatch(text::contains))
                .findFirst()
                .map(this::breach);
    }

    private Breach breach(List<String> found) {
        return new Breach(id, source, says, instead, found);
    }
}
