package org.linli.web.elsewhere;

import java.time.Duration;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.linli.channels.ScanPlatform;
import org.linli.community.Elsewhere;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// What Spring Security has to know of each place. The provider says its own addresses, and is asked when the first
/// person comes: the program starts while it is away.
///
/// No bean: Spring Boot would set up more beside it.
final class Registrations implements ReactiveClientRegistrationRepository {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration GOOD_FOR = Duration.ofHours(1);

    private final OidcSettings oidc;
    private final ScanPlatform scans;
    private final UnaryOperator<String> back;
    private final Mono<ClientRegistration> provider;

    /// @param back where people come back, by the name of the place
    Registrations(OidcSettings oidc, ScanPlatform scans, UnaryOperator<String> back) {
        this.oidc = oidc;
        this.scans = scans;
        this.back = back;
        this.provider = Mono.fromCallable(this::asked)
                .subscribeOn(Schedulers.boundedElastic())
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

    private ClientRegistration asked() {
        String name = name(Elsewhere.OIDC);
        return ClientRegistrations.fromIssuerLocation(oidc.issuer())
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
