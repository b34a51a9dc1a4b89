package org.linli.web.elsewhere;

import java.util.List;
import java.util.stream.Stream;
import org.linli.channels.ScanPlatform;
import org.linli.community.Elsewhere;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationCodeAuthenticationTokenConverter;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Where staff may sign in instead of here. Always there; which places there are, settings say.
///
/// The state that goes along is in the session of the browser that began, is good once and there only.
@Component
public class SignInElsewhere {

    private static final String SENT = "/sign-in/with/";
    private static final String BACK = "/sign-in/back/";

    private final Registrations registrations;
    private final AskWhere ask;
    private final ReadAnswer read;

    /// @param site where browsers reach us; empty: where this one did
    SignInElsewhere(OidcSettings oidc, ScanPlatform scans, @Value("${linli.public-url:}") String site) {
        String base = site.isEmpty() ? "{baseUrl}" : site.replaceAll("/+$", "");
        this.registrations = new Registrations(oidc, scans, name -> base + BACK + name);
        this.ask = new AskWhere(scans);
        this.read = new ReadAnswer(oidc.claim(), scans);
    }

    /// In the order in which they are offered.
    public List<Elsewhere> places() {
        return Stream.of(Elsewhere.values()).filter(registrations::has).toList();
    }

    /// People who are about to leave for a place.
    public ServerWebExchangeMatcher leaving() {
        return at(SENT);
    }

    /// People who come back from one.
    public ServerWebExchangeMatcher returning() {
        return at(BACK);
    }

    /// With what they leave.
    public ServerOAuth2AuthorizationRequestResolver question() {
        return ask.with(registrations, leaving());
    }

    /// With what they come back. Signals `OAuth2AuthenticationException` where they did not begin in this browser.
    public ServerAuthenticationConverter answer() {
        var converter = new ServerOAuth2AuthorizationCodeAuthenticationTokenConverter(registrations);
        return exchange -> converter
                .convert(exchange)
                .onErrorMap(
                        it -> it instanceof OAuth2AuthorizationException || it instanceof IllegalArgumentException,
                        it -> new OAuth2AuthenticationException("no_answer_to_a_question_of_ours"));
    }

    /// Who they are there; empty where nobody can say. Signals `OAuth2AuthenticationException` where the answer is not
    /// good, `AuthenticationServiceException` where the place cannot be asked.
    public Mono<Identity> who(Authentication answer) {
        return read.read((OAuth2AuthorizationCodeAuthenticationToken) answer);
    }

    private static ServerWebExchangeMatcher at(String path) {
        return new PathPatternParserServerWebExchangeMatcher(path + "{registrationId}", HttpMethod.GET);
    }
}
