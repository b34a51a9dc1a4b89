package org.linli.inbox;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.micrometer.observation.ObservationPredicate;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.security.web.server.MatcherSecurityWebFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.WebFilter;

/// Where platforms call. They have no session and no token of ours: each channel proves its calls by their signature.
@Configuration(proxyBeanMethods = false)
class WebhookRoute {

    private static final String PATH = "/webhooks/{channel}/{account}";

    @Bean
    RouterFunction<ServerResponse> webhookRoutes(Webhooks webhooks) {
        return route().GET(PATH, webhooks::receive)
                .POST(PATH, webhooks::receive)
                .build();
    }

    /// A filter that does nothing: what a session, a form or a page needs costs a call more than reading it does.
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityWebFilterChain webhookSecurity() {
        WebFilter nothing = (call, next) -> next.filter(call);
        return new MatcherSecurityWebFilterChain(
                new PathPatternParserServerWebExchangeMatcher("/webhooks/**"), List.of(nothing));
    }

    /// Calls are counted by channel and outcome ([WebhookAnswers]); a second count of each would say less.
    @Bean
    ObservationPredicate webhooksAreCountedOnce() {
        return (_, context) -> !(context instanceof ServerRequestObservationContext call
                && call.getCarrier() != null
                && call.getCarrier().getURI().getPath().startsWith("/webhooks/"));
    }
}
