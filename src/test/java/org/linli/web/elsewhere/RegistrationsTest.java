package org.linli.web.elsewhere;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.channels.ScanPlatform;
import org.springframework.security.authentication.AuthenticationServiceException;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/// Where the provider's document is read.
class RegistrationsTest {

    private static final String DOCUMENT = "/.well-known/openid-configuration";

    private static final ScanPlatform NO_SCANS = new ScanPlatform() {
        @Override
        public Optional<Page> page() {
            return Optional.empty();
        }

        @Override
        public Mono<Member> who(String code) {
            return Mono.error(new UnsupportedOperationException());
        }
    };

    private final WireMockServer provider = new WireMockServer(options().dynamicPort());

    @BeforeEach
    void start() {
        provider.start();
    }

    @AfterEach
    void stop() {
        provider.stop();
    }

    @Test
    void itSaysItsOwnAddresses() {
        provider.stubFor(get(DOCUMENT).willReturn(okJson(document(provider.baseUrl()))));

        StepVerifier.create(registrations().findByRegistrationId("oidc"))
                .assertNext(it ->
                        assertThat(it.getProviderDetails().getTokenUri()).isEqualTo(provider.baseUrl() + "/token"))
                .verifyComplete();
    }

    @Test
    void noRedirectionIsFollowed() {
        provider.stubFor(get(DOCUMENT)
                .willReturn(aResponse().withStatus(302).withHeader("Location", provider.baseUrl() + "/inside")));
        provider.stubFor(get("/inside").willReturn(okJson(document(provider.baseUrl()))));

        StepVerifier.create(registrations().findByRegistrationId("oidc"))
                .verifyError(AuthenticationServiceException.class);

        provider.verify(0, getRequestedFor(urlEqualTo("/inside")));
    }

    @Test
    void nobodySpeaksForAnother() {
        provider.stubFor(get(DOCUMENT).willReturn(okJson(document("https://elsewhere.example"))));

        StepVerifier.create(registrations().findByRegistrationId("oidc"))
                .verifyError(AuthenticationServiceException.class);
    }

    private Registrations registrations() {
        var settings = new OidcSettings(provider.baseUrl(), "linli", "s3cret", "sub", List.of("openid"));
        return new Registrations(settings, NO_SCANS, name -> "https://linli.example.org/sign-in/back/" + name);
    }

    private static String document(String issuer) {
        return """
            {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
             "jwks_uri":"%1$s/keys","response_types_supported":["code"],"subject_types_supported":["public"],
             "id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer);
    }
}
