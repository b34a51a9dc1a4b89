package org.linli.web.elsewhere;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What a provider says of somebody, once its token was found genuine, which Spring Security does with Nimbus: whatever
/// type a claim has, it is a name or nobody's.
public final class FuzzedClaims {

    private static final TypeReference<Map<String, Object>> CLAIMS = new TypeReference<>() {};

    private FuzzedClaims() {}

    /// What looks right.
    public static List<byte[]> seeds() {
        return List.of(
                "{\"sub\":\"chen\",\"email\":\"c@example.org\",\"email_verified\":true}".getBytes(UTF_8),
                "{\"sub\":\"chen\",\"email\":[\"a\",{\"b\":1}],\"email_verified\":\"maybe\"}".getBytes(UTF_8),
                "{\"email\":7,\"email_verified\":[true]}".getBytes(UTF_8));
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            Map<String, Object> said = JsonMapper.shared().readValue(bytes, CLAIMS);
            if (said != null) {
                ask(said);
            }
        } catch (JacksonException noClaims) {
            // as it should be
        }
    }

    private static void ask(Map<String, Object> said) {
        var claims = new HashMap<>(said);
        claims.values().removeIf(it -> it == null);
        claims.putIfAbsent("sub", "x");
        var token = new OidcIdToken("t", Instant.EPOCH, Instant.EPOCH.plusSeconds(9), claims);
        var user = new DefaultOidcUser(List.of(), token);
        for (String claim : List.of("sub", "email", "preferred_username")) {
            ReadAnswer.subject(claim, user);
        }
    }
}
