package org.linli.web;

import java.time.Duration;
import org.linli.community.Role;
import org.linli.platform.secrets.Sealing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.logout.DelegatingServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.HeaderWriterServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.SecurityContextServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.ServerLogoutHandler;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.XorServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.header.ClearSiteDataServerHttpHeadersWriter;
import org.springframework.security.web.server.savedrequest.CookieServerRequestCache;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.data.redis.config.annotation.web.server.EnableRedisWebSession;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;
import reactor.core.publisher.Mono;

/// Who gets in where; described in the package's introduction.
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableRedisWebSession(maxInactiveIntervalInSeconds = 8 * 60 * 60, redisNamespace = "linli:session")
class Security {

    private static final String[] OPEN = {
        "/",
        "/my",
        "/my/**",
        "/whistle/**",
        "/polls/**",
        "/propose/**",
        "/vote/**",
        "/pictures/**",
        "/webjars/**",
        "/*/{file:.+\\.(?:css|js|svg|png|ico)}",
        "/favicon.ico",
        "/actuator/health/**"
    };

    private static final ServerAccessDeniedHandler DENIED =
            (_, _) -> Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));

    /// How long each filter takes is asked by nobody, and asking costs a platform's call a tenth of its time.
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    WebSessionIdResolver webSessionIdResolver() {
        var cookie = new CookieWebSessionIdResolver();
        cookie.setCookieName("linli");
        cookie.setCookieMaxAge(Duration.ofHours(12));
        cookie.addCookieInitializer(it -> it.sameSite("Lax").httpOnly(true));
        return cookie;
    }

    /// 256 bits: the framework's own are UUIDs, of which 122 are drawn by lot.
    @Bean
    SessionIdGenerator sessionIds() {
        return Sealing::newSecret;
    }

    @Bean
    @Order(1)
    SecurityWebFilterChain visitors(ServerHttpSecurity http) {
        return sessionless(http.securityMatcher(ServerWebExchangeMatchers.pathMatchers(OPEN)))
                .csrf(it -> tokenInCookie(it, DENIED))
                .build();
    }

    @Bean
    @Order(2)
    SecurityWebFilterChain staff(
            ServerHttpSecurity http,
            SignIn signIn,
            EnterFromElsewhere elsewhere,
            AskToSignIn ask,
            FinishFirst finish,
            InService inService) {
        return http.headers(SecurityHeaders::strict)
                .csrf(it -> tokenInCookie(it, ask.insteadOf(DENIED)))
                .requestCache(it -> it.requestCache(new CookieServerRequestCache()))
                .exceptionHandling(it -> it.authenticationEntryPoint(ask).accessDeniedHandler(finish))
                .authorizeExchange(it -> it.pathMatchers(AskToSignIn.PAGE)
                        .permitAll()
                        .pathMatchers("/actuator/**")
                        .access(inService.as(Role.ADMIN))
                        .pathMatchers(Unfinished.pages())
                        .access(inService.alsoHalfway())
                        .anyExchange()
                        .access(inService))
                .addFilterBefore(Attempts::rememberWhence, SecurityWebFiltersOrder.FORM_LOGIN)
                .addFilterAt(elsewhere.leave(), SecurityWebFiltersOrder.AUTHENTICATION)
                .addFilterAt(elsewhere.enter(), SecurityWebFiltersOrder.AUTHENTICATION)
                .formLogin(it -> it.loginPage(AskToSignIn.PAGE)
                        .authenticationManager(signIn)
                        .authenticationEntryPoint(ask)
                        .authenticationSuccessHandler(ask.letIn())
                        .authenticationFailureHandler(ask::again))
                .logout(it ->
                        it.logoutUrl("/sign-out").logoutHandler(signingOut()).logoutSuccessHandler(ask::goodbye))
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .build();
    }

    /// The browser forgets the pictures of cases that it kept, too.
    static ServerLogoutHandler signingOut() {
        var forget = new ClearSiteDataServerHttpHeadersWriter(ClearSiteDataServerHttpHeadersWriter.Directive.CACHE);
        return new DelegatingServerLogoutHandler(
                new SecurityContextServerLogoutHandler(), new HeaderWriterServerLogoutHandler(forget));
    }

    private static ServerHttpSecurity sessionless(ServerHttpSecurity http) {
        return http.headers(SecurityHeaders::strict)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .requestCache(it -> it.requestCache(NoOpServerRequestCache.getInstance()))
                .exceptionHandling(it -> it.accessDeniedHandler(DENIED))
                .authorizeExchange(it -> it.anyExchange().permitAll())
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable);
    }

    private static void tokenInCookie(ServerHttpSecurity.CsrfSpec csrf, ServerAccessDeniedHandler denied) {
        var inForms = new XorServerCsrfTokenRequestAttributeHandler();
        // a form with a file is sent like this where no script runs; how much it may hold is in application.yaml
        inForms.setTokenFromMultipartDataEnabled(true);
        csrf.csrfTokenRepository(new TokensOfForms())
                .csrfTokenRequestHandler(inForms)
                .accessDeniedHandler(denied);
    }
}
