package org.linli.web.me;

import org.jspecify.annotations.Nullable;

/// The form; what is missing is empty.
record NewPassword(String old, String fresh, String again) {

    NewPassword(@Nullable String old, @Nullable String fresh, @Nullable String again) {
        this.old = old == null ? "" : old;
        this.fresh = fresh == null ? "" : fresh;
        this.again = again == null ? "" : again;
    }

    @Override
    public String toString() {
        return "NewPassword";
    }
}
