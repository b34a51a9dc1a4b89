package org.linli.web.elsewhere;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.channels.ScanPlatform;
import org.linli.channels.SignInRefused;
import org.linli.community.Elsewhere;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcReactiveOAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import reactor.core.publisher.Mono;

/// Who came back. Signatures, issuer, audience, times and nonce of a provider's token are Spring Security's to check.
final class ReadAnswer {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String claim;
    private final ScanPlatform scans;
    private final OidcAuthorizationCodeReactiveAuthenticationManager oidc =
            new OidcAuthorizationCodeReactiveAuthenticationManager(
                    new WebClientReactiveAuthorizationCodeTokenResponseClient(), new OidcReactiveOAuth2UserService());

    ReadAnswer(String claim, ScanPlatform scans) {
        this.claim = claim;
        this.scans = scans;
    }

    /// Signals `OAuth2AuthenticationException` where the answer is not good, `AuthenticationServiceException` where the
    /// place cannot be asked.
    ///
    /// @return empty where the place does not say who it is
    Mono<Identity> read(OAuth2AuthorizationCodeAuthenticationToken answer) {
        String name = answer.getClientRegistration().getRegistrationId();
        var identity = Registrations.is(Elsewhere.WECOM, name) ? scanned(answer) : provided(answer);
        return identity.timeout(PATIENCE).onErrorMap(it -> !(it instanceof AuthenticationException), ReadAnswer::away);
    }

    private Mono<Identity> provided(OAuth2AuthorizationCodeAuthenticationToken answer) {
        return oidc.authenticate(answer)
                .mapNotNull(Authentication::getPrincipal)
                .cast(OidcUser.class)
                .mapNotNull(it -> subject(claim, it))
                .filter(it -> !it.isBlank())
                .map(it -> new Identity(Elsewhere.OIDC, null, it));
    }

    /// `null` where the provider does not say, or says it without having made sure.
    static @Nullable String subject(String claim, OidcUser user) {
        boolean isGuess = claim.equals(StandardClaimNames.EMAIL) && !isVerified(user);
        return isGuess ? null : user.getClaimAsString(claim);
    }

    /// A provider may send it as a text. Whatever else it sends does not mean yes.
    private static boolean isVerified(OidcUser user) {
        return "true".equals(String.valueOf(user.getClaims().get(StandardClaimNames.EMAIL_VERIFIED)));
    }

    private Mono<Identity> scanned(OAuth2AuthorizationCodeAuthenticationToken answer) {
        var said = answer.getAuthorizationExchange().getAuthorizationResponse();
        return said.statusError()
                ? Mono.error(() -> new OAuth2AuthenticationException(Objects.requireNonNull(said.getError())))
                : scans.who(Objects.requireNonNull(said.getCode()))
                        .onErrorMap(SignInRefused.class, ReadAnswer::refused)
                        .map(it -> new Identity(Elsewhere.WECOM, it.community(), it.id()));
    }

    private static AuthenticationException refused(SignInRefused refused) {
        return switch (refused.reason()) {
            case WRONG, USED, EXPIRED -> new OAuth2AuthenticationException("code_refused");
            case AWAY, MISCONFIGURED -> away(refused);
        };
    }

    private static AuthenticationException away(Throwable error) {
        return new AuthenticationServiceException("nobody can say who it is", error);
    }
}
