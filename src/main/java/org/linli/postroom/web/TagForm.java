package org.linli.postroom.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.postroom.ChangeTags.Act;
import org.linli.postroom.ChangeTags.Change;

/// What is to be done to a tag, as a form hands it in.
///
/// @param act   `create`, `rename`, `delete`, `fill`, `take` or `empty`
/// @param place of those who get it or lose it, as [org.linli.postroom.ManyPeople.Many#chosen]
/// @param sure  `true` where it was ticked
record TagForm(
        @Nullable String act,
        @Nullable Long tag,
        @Nullable String name,
        @Nullable String place,
        @Nullable Boolean sure) {

    /// Empty for something that cannot be done to a tag.
    Optional<Change> change() {
        return Act.of(act == null ? "" : act)
                .map(it -> new Change(
                        it,
                        tag == null ? 0 : tag,
                        name == null ? "" : name,
                        place == null ? "" : place,
                        Boolean.TRUE.equals(sure)));
    }
}
