package org.linli.polls.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.polls.CastBallot.Result;
import org.linli.polls.ballots.Fault;

/// Why a ballot is not in the box, in one word that a page, a script and an address may carry: nothing of it says what
/// was voted.
final class Trouble {

    private static final String CLOSED = "CLOSED";
    private static final String VOIDED = "VOIDED";
    private static final String NOT_REGISTERED = "NOT_REGISTERED";

    private static final Set<String> ALL = Stream.concat(
                    Arrays.stream(Fault.values()).map(Fault::name), Stream.of(CLOSED, VOIDED, NOT_REGISTERED))
            .collect(Collectors.toUnmodifiableSet());

    private Trouble() {}

    /// Empty where it is in the box.
    static Optional<String> of(Result result) {
        return switch (result) {
            case Result.Taken _ -> Optional.empty();
            case Result.Faulty it -> Optional.of(it.fault().name());
            case Result.Closed _ -> Optional.of(CLOSED);
            case Result.Voided _ -> Optional.of(VOIDED);
            case Result.NotRegistered _ -> Optional.of(NOT_REGISTERED);
        };
    }

    static boolean is(String word) {
        return ALL.contains(word);
    }

    /// Whether what was filled in can be mended, so that it must not be lost.
    static boolean isMended(Result result) {
        return result instanceof Result.Faulty it && it.fault() != Fault.EMPTY;
    }
}
