package org.linli.cases;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.linli.media.MediaSent;
import org.linli.outbox.Letter;
import org.linli.web.PublicAddress;
import org.springframework.stereotype.Component;

/// The pictures of a case: shown by the channel, or by links. Whoever has the link to the picture of a result may look,
/// since its id is not to be guessed; for what residents sent one has to sign in at the desk.
@Component
class PictureLinks implements StepPictures {

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
    @Override
    public List<Letter.Picture> toResidents(Step step) {
        return step.kind() != Step.Kind.RESOLVED
                ? List.of()
                : linked(step, KEPT_HERE, "/pictures/" + step.community().value() + "/%s/%s");
    }

    @Override
    public List<Letter.Picture> toStaff(Step step) {
        return step.by().kind() != Who.Kind.RESIDENT
                ? List.of()
                : linked(step, MediaSent::isId, "/desk/cases/%s/media/%s");
    }

    private List<Letter.Picture> linked(Step step, Predicate<String> which, String path) {
        return step.pictures().stream()
                .filter(which)
                .map(id -> new Letter.Picture(
                        id, address.of(path.formatted(step.number(), id)).orElse("")))
                .toList();
    }
}
