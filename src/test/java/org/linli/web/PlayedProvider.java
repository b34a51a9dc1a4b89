package org.linli.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// A provider of OpenID Connect on a port of its own, which gives whatever token a test wants.
final class PlayedProvider {

    static final String CLIENT = "linli-desk";
    static final String SECRET = "s3cret-of-ours";
    static final RSAKey KEY = key();

    private final WireMockServer server = new WireMockServer(options().dynamicPort());

    static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("k1").generate();
        } catch (JOSEException everyJavaCan) {
            throw new IllegalStateException(everyJavaCan);
        }
    }

    PlayedProvider() {
        server.start();
        server.stubFor(get("/.well-known/openid-configuration")
                .willReturn(json(Map.of(
                        "issuer", issuer(),
                        "authorization_endpoint", issuer() + "/authorize",
                        "token_endpoint", issuer() + "/token",
                        "jwks_uri", issuer() + "/keys",
                        "response_types_supported", List.of("code"),
                        "subject_types_supported", List.of("public"),
                        "id_token_signing_alg_values_supported", List.of("RS256")))));
        server.stubFor(get("/keys").willReturn(json(new JWKSet(KEY.toPublicJWK()).toJSONObject())));
    }

    String issuer() {
        return server.baseUrl();
    }

    /// A token as it should be.
    ///
    /// @param person under `preferred_username`
    JWTClaimsSet.Builder claims(String person, String nonce) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("of-no-interest")
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", nonce)
                .claim("preferred_username", person);
    }

    /// Gives this for the next code.
    void gives(JWTClaimsSet claims, RSAKey signedWith) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), claims);
            token.sign(new RSASSASigner(signedWith));
            gives(token.serialize());
        } catch (JOSEException unsigned) {
            throw new IllegalStateException(unsigned);
        }
    }

    void gives(String token) {
        server.resetRequests();
        server.stubFor(post("/token")
                .willReturn(json(
                        Map.of("access_token", "at", "token_type", "Bearer", "expires_in", 300, "id_token", token))));
    }

    void refusesTheCode() {
        server.stubFor(post("/token")
                .willReturn(aResponse()
                        .withStatus(400)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"error\":\"invalid_grant\"}")));
    }

    void isOutOfOrder() {
        server.stubFor(post("/token")
                .willReturn(
                        aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER)));
    }

    /// What was sent with the code.
    String asked() {
        return server.findAll(postRequestedFor(urlEqualTo("/token"))).getFirst().getBodyAsString();
    }

    private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder json(Object value) {
        return okJson(JsonMapper.shared().writeValueAsString(value));
    }
}
