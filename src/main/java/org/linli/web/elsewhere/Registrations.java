package org.linli.web.elsewhere;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.linli.channels.ScanPlatform;
import org.linli.community.Elsewhere;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/// What Spring Security has to know of each place. The provider says its own addresses, and is asked when the first
/// person comes: the program starts while it is away.
///
/// No bean: Spring Boot would set up more beside it.
final class Registrations implements ReactiveClientRegistrationRepository {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration GOOD_FOR = Duration.ofHours(1);

    private static final String DOCUMENT = "/.well-known/openid-configuration";
    private static final ParameterizedTypeReference<Map<String, Object>> DOCUMENTS =
            new ParameterizedTypeReference<>() {};

    private final WebClient client = WebClient.create();
    private final OidcSettings oidc;
    private final ScanPlatform scans;
    private final UnaryOperator<String> back;
    private final Mono<ClientRegistration> provider;

    /// @param back where people come back, by the name of the place
    Registrations(OidcSettings oidc, ScanPlatform scans, UnaryOperator<String> back) {
        this.oidc = oidc;
        this.scans = scans;
        this.back = back;
        this.provider = Mono.defer(this::asked)
                .timeout(PATIENCE)
                .onErrorMap(it -> new AuthenticationServiceException("the provider does not say how to reach it", it))
                .cache(_ -> GOOD_FOR, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    static String name(Elsewhere where) {
        return where.name().toLowerCase(Locale.ROOT);
    }

    static boolean is(Elsewhere where, @Nullable Object name) {
        return name(where).equals(name);
    }

    boolean has(Elsewhere where) {
        return switch (where) {
            case OIDC -> oidc.areMade();
            case WECOM -> scans.page().isPresent();
        };
    }

    @Override
    public Mono<ClientRegistration> findByRegistrationId(String name) {
        if (is(Elsewhere.OIDC, name) && oidc.areMade()) {
            return provider;
        }
        return is(Elsewhere.WECOM, name) ? Mono.justOrEmpty(scans.page()).map(it -> scan(name, it)) : Mono.empty();
    }

    /// Where the provider's document stands that it says so, and nowhere else: no redirection is followed, and what it
    /// calls itself has to be what settings call it.
    private Mono<ClientRegistration> asked() {
        return client.get()
                .uri(URI.create(oidc.issuer().replaceAll("/+$", "") + DOCUMENT))
                .exchangeToMono(answer -> answer.statusCode().isSameCodeAs(HttpStatus.OK)
                        ? answer.bodyToMono(DOCUMENTS)
                        : answer.releaseBody()
                                .then(Mono.error(() -> new IllegalStateException(
                                        "answers " + answer.statusCode().value()))))
                .filter(it -> oidc.issuer().equals(it.get("issuer")))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("calls itself otherwise")))
                .map(this::registration);
    }

    private ClientRegistration registration(Map<String, Object> document) {
        String name = name(Elsewhere.OIDC);
        return ClientRegistrations.fromOidcConfiguration(document)
                .registrationId(name)
                .clientId(oidc.clientId())
                .clientSecret(oidc.clientSecret())
                .scope(oidc.scopes())
                .redirectUri(back.apply(name))
                .build();
    }

    /// WeCom gives no tokens for codes: it is asked who came instead, see [ScanPlatform#who].
    private ClientRegistration scan(String name, ScanPlatform.Page page) {
        return ClientRegistration.withRegistrationId(name)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientId(page.corp())
                .authorizationUri(page.address().toString())
                .tokenUri(page.address().toString())
                .redirectUri(back.apply(name))
                .build();
    }
}
