package org.linli.web.elsewhere;

import java.util.Map;
import java.util.Set;
import org.linli.channels.ScanPlatform;
import org.linli.community.Elsewhere;
import org.linli.platform.secrets.Sealing;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;

/// The question with which people are sent to a place: Spring Security's, in the words of each.
final class AskWhere {

    private static final Set<String> OF_SCANS =
            Set.of("login_type", "appid", "agentid", OAuth2ParameterNames.REDIRECT_URI, OAuth2ParameterNames.STATE);

    private final ScanPlatform scans;

    AskWhere(ScanPlatform scans) {
        this.scans = scans;
    }

    /// @param sent whose paths end with the name of the place
    ServerOAuth2AuthorizationRequestResolver with(Registrations registrations, ServerWebExchangeMatcher sent) {
        var resolver = new DefaultServerOAuth2AuthorizationRequestResolver(registrations, sent);
        resolver.setAuthorizationRequestCustomizer(this::inTheirWords);
        return resolver;
    }

    private void inTheirWords(OAuth2AuthorizationRequest.Builder question) {
        question.attributes(it -> {
            if (Registrations.is(Elsewhere.WECOM, it.get(OAuth2ParameterNames.REGISTRATION_ID))) {
                // WeCom takes letters and digits only
                question.state(Sealing.newSecret()).parameters(this::forScans);
            } else {
                OAuth2AuthorizationRequestCustomizers.withPkce().accept(question);
            }
        });
    }

    private void forScans(Map<String, Object> parameters) {
        var page = scans.page().orElseThrow();
        parameters.put("login_type", "CorpApp");
        parameters.put("appid", page.corp());
        parameters.put("agentid", page.agent());
        parameters.keySet().retainAll(OF_SCANS);
    }
}
