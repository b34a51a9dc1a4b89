package org.linli.web;

import java.io.Serializable;
import java.security.Principal;

/// Whom a session belongs to; kept in Redis, so only names.
record StaffPrincipal(String community, String staff) implements Principal, Serializable {

    @Override
    public String getName() {
        return staff + "@" + community;
    }
}
