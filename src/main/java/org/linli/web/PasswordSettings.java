package org.linli.web;

import java.util.Collection;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param refused whether staff signs in with the organisation alone, and no password of ours lets anybody in
@ConfigurationProperties("linli.passwords")
record PasswordSettings(@DefaultValue("false") boolean refused) {

    /// The same, once it is clear that somebody can sign in at all.
    ///
    /// @throws IllegalArgumentException where passwords are refused and there is no other place
    PasswordSettings beside(Collection<?> places) {
        if (refused && places.isEmpty()) {
            throw new IllegalArgumentException("linli.passwords.refused is set and staff can sign in nowhere else "
                    + "(expected: linli.oidc.issuer, or a WeCom app to scan with)");
        }
        return this;
    }
}
