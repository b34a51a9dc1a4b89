package org.linli.cases;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.linli.outbox.Letter;
import org.linli.web.PublicAddress;
import org.springframework.stereotype.Component;

/// The pictures of a result, as residents get them: shown by their channel, or by links. Whoever has one may look: the
/// id is not to be guessed.
@Component
class PictureLinks {

    private static final Predicate<String> KEPT_HERE =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}").asMatchPredicate();

    private final PublicAddress address;

    PictureLinks(PublicAddress address) {
        this.address = address;
    }

    static boolean isKeptHere(String id) {
        return KEPT_HERE.test(id);
    }

    /// Empty where there is none; without links where nobody outside could open them.
    List<Letter.Picture> of(Step step) {
        return step.kind() != Step.Kind.RESOLVED
                ? List.of()
                : step.pictures().stream()
                        .filter(KEPT_HERE)
                        .map(id -> new Letter.Picture(
                                id, address.of(path(step, id)).orElse("")))
                        .toList();
    }

    private static String path(Step step, String id) {
        return "/pictures/%s/%s/%s".formatted(step.community().value(), step.number(), id);
    }
}
