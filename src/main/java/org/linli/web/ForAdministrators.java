package org.linli.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/// A page is for administrators, and whoever is signed in is none: they are told so, where others learn of no page.
public final class ForAdministrators extends ResponseStatusException {

    public ForAdministrators() {
        super(HttpStatus.FORBIDDEN);
    }
}
