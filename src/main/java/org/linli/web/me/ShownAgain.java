package org.linli.web.me;

import org.jspecify.annotations.Nullable;

/// The password, shown again; empty where the form did not ask for it.
record ShownAgain(String password) {

    ShownAgain(@Nullable String password) {
        this.password = password == null ? "" : password;
    }

    @Override
    public String toString() {
        return "ShownAgain";
    }
}
