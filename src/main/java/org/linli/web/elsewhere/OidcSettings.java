package org.linli.web.elsewhere;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.core.oidc.OidcScopes;

/// The organisation's provider of OpenID Connect, where staff may sign in.
///
/// @param issuer its address, below which `/.well-known/openid-configuration` says the rest; empty: there is none
/// @param claim  that says who somebody is there, as administrators enter it: `sub`, or one that people cannot change
///               by themselves, like `preferred_username`; `email` counts where the provider has verified it
@ConfigurationProperties("linli.oidc")
public record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("sub") String claim,

        @DefaultValue({OidcScopes.OPENID, OidcScopes.PROFILE})
        List<String> scopes) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    public OidcSettings {
        scopes = List.copyOf(scopes);
        if (!issuer.isEmpty()) {
            require(isSafe(URI.create(issuer)), "issuer", "an address that begins with https://");
            require(!clientId.isBlank(), "client-id", "what the provider calls us");
            require(!clientSecret.isBlank(), "client-secret", "the secret that the provider gave us");
            require(!claim.isBlank(), "claim", "like sub");
            require(scopes.contains(OidcScopes.OPENID), "scopes", "openid among them");
        }
    }

    boolean areMade() {
        return !issuer.isEmpty();
    }

    private static boolean isSafe(URI address) {
        return address.getHost() != null
                && ("https".equals(address.getScheme()) || THIS_MACHINE.contains(address.getHost()));
    }

    private static void require(boolean holds, String setting, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "linli.oidc.%s is missing or wrong (expected: %s)".formatted(setting, expected));
        }
    }

    @Override
    public String toString() {
        return "OidcSettings[" + issuer + "]";
    }
}
