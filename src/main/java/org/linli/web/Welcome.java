package org.linli.web;

import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Says on the terminal where to go, and the password where this start gave one. Printed, not logged: logs are kept.
@Component
@ConditionalOnBooleanProperty(name = "linli.welcome", matchIfMissing = true)
class Welcome {

    private final FirstStart firstStart;
    private final MessageSource words;
    private final boolean demo;
    private final boolean standIns;

    Welcome(
            FirstStart firstStart,
            MessageSource words,
            @Value("${linli.demo}") boolean demo,
            @Value("${linli.stand-ins}") boolean standIns) {
        this.firstStart = firstStart;
        this.words = words;
        this.demo = demo;
        this.standIns = standIns;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            print(text("http://localhost:" + web.getWebServer().getPort()));
        }
    }

    String text(String home) {
        String places = demo ? said("welcome.demo", home) : said("welcome.desk", home);
        return places
                + (standIns ? said("welcome.stand-ins", home) : "")
                + firstStart.given().map(this::given).orElseGet(() -> said("welcome.reset"));
    }

    private String given(FirstStart.Given it) {
        String colleagues = it.colleagues().stream()
                .map(one -> said("welcome.colleague." + one.role(), one.id(), one.name()))
                .collect(Collectors.joining());
        return said("welcome.password", it.name(), it.password()) + colleagues + said("welcome.once", it.name());
    }

    private String said(String key, Object... facts) {
        return words.getMessage(key, facts, Locale.SIMPLIFIED_CHINESE);
    }

    @SuppressWarnings("SystemOut")
    private static void print(String text) {
        System.out.println(text);
    }
}
