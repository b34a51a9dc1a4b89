package org.linli.web.me;

import org.jspecify.annotations.Nullable;

/// The form; what is missing is empty.
record SecondFactorForm(String password, String code) {

    SecondFactorForm(@Nullable String password, @Nullable String code) {
        this.password = password == null ? "" : password;
        this.code = code == null ? "" : code;
    }

    @Override
    public String toString() {
        return "SecondFactorForm";
    }
}
