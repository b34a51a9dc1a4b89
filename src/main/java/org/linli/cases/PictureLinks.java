package org.linli.cases;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.linli.web.PublicAddress;
import org.springframework.stereotype.Component;

/// Links by which residents look at the pictures of a result. Whoever has one may look: the id is not to be guessed.
@Component
class PictureLinks {

    private static final Pattern KEPT_HERE = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final PublicAddress address;

    PictureLinks(PublicAddress address) {
        this.address = address;
    }

    /// One a line; empty where there is none, or nobody outside could open it.
    String of(Step step) {
        return step.kind() != Step.Kind.RESOLVED
                ? ""
                : step.pictures().stream()
                        .filter(KEPT_HERE.asMatchPredicate())
                        .map(id -> address.of(path(step, id)))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining("\n"));
    }

    private static String path(Step step, String id) {
        return "/pictures/%s/%s/%s".formatted(step.community().value(), step.number(), id);
    }
}
