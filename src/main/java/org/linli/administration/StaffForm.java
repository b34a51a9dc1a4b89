package org.linli.administration;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.administration.employing.Newcomer;
import org.linli.community.Role;
import org.linli.community.personnel.Post;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/// What the forms about a post hand in.
record StaffForm(
        @Nullable String id,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String unit,
        @Nullable Role role) {

    /// Empty where it was not filled in as it has to be.
    Optional<Newcomer> newcomer() {
        return Newcomer.typed(id, name, post(), phone);
    }

    /// Signals 400 where it names none: the forms offer what there is.
    Post post() {
        if (role == null || unit == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return new Post(unit, role);
    }

    @Override
    public String toString() {
        return "StaffForm[" + id + "]";
    }
}
