package org.linli.web;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;

/// What somebody who signed in with a password still has to do; until then they have no role.
enum Unfinished {
    /// An administrator gave the password; one that two people know proves nothing.
    PASSWORD_GIVEN(FirstPasswordPage.PATH),
    /// The code of their app, or an app to begin with.
    SECOND_FACTOR(SecondFactorPage.PATH);

    private final String path;

    Unfinished(String path) {
        this.path = path;
    }

    /// Of the page where it is done.
    String path() {
        return path;
    }

    /// Where whoever has something left may go.
    static String[] pages() {
        return Stream.of(values()).map(Unfinished::path).toArray(String[]::new);
    }

    /// What a session has in the place of a role.
    String authority() {
        return name();
    }

    /// Empty for whoever is signed in wholly.
    static Optional<Unfinished> of(Authentication who) {
        return Stream.of(values())
                .filter(it -> who.getAuthorities().stream()
                        .anyMatch(has -> it.authority().equals(has.getAuthority())))
                .findFirst();
    }
}
