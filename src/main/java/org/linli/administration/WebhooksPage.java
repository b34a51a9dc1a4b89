package org.linli.administration;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.community.StaffMember;
import org.linli.webhooks.FindSubscriptions;
import org.linli.webhooks.Subscriptions;
import org.linli.webhooks.Topic;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/// Who is told of what happens here: subscriptions made, stopped, sent anew, their secrets changed.
@Controller
class WebhooksPage {

    private static final int LONGEST = 1_000;

    record Form(@Nullable String url, @Nullable List<Topic> topics) {}

    private final AsAdministrator administrator;
    private final Subscriptions subscriptions;
    private final FindSubscriptions find;

    WebhooksPage(AsAdministrator administrator, Subscriptions subscriptions, FindSubscriptions find) {
        this.administrator = administrator;
        this.subscriptions = subscriptions;
        this.find = find;
    }

    @GetMapping("/desk/admin/webhooks")
    Mono<String> page(Model model) {
        return administrator.member().flatMap(by -> show(by, model));
    }

    /// Shows the secret, for the only time.
    @PostMapping("/desk/admin/webhooks")
    Mono<String> make(Form form, Model model) {
        return administrator
                .member()
                .flatMap(by -> Mono.justOrEmpty(address(form.url()))
                        .flatMap(url -> subscriptions.make(by, url, topics(form)))
                        .doOnNext(made -> model.addAttribute("newSecret", made.secret()))
                        .map(_ -> "made")
                        .defaultIfEmpty("wrong")
                        .flatMap(told -> told(told, by, model)));
    }

    /// Shows the new secret, for the only time.
    @PostMapping("/desk/admin/webhooks/{id}/rotate")
    Mono<String> rotate(@PathVariable String id, Model model) {
        return over(id).flatMap(by -> subscriptions
                .rotate(by, id)
                .doOnNext(secret -> model.addAttribute("newSecret", secret))
                .map(_ -> "rotated")
                .defaultIfEmpty("unknown")
                .flatMap(told -> told(told, by, model)));
    }

    @PostMapping("/desk/admin/webhooks/{id}/stop")
    Mono<String> stop(@PathVariable String id, Model model) {
        return done("stopped", id, subscriptions::stop, model);
    }

    @PostMapping("/desk/admin/webhooks/{id}/resend")
    Mono<String> resend(@PathVariable String id, Model model) {
        return done("resent", id, subscriptions::resend, model);
    }

    private Mono<String> done(
            String told, String id, BiFunction<StaffMember, String, Mono<Boolean>> change, Model model) {
        return over(id).flatMap(by -> change.apply(by, id).flatMap(it -> told(it ? told : "unknown", by, model)));
    }

    private Mono<StaffMember> over(String id) {
        return administrator.member(by -> find.one(by.community(), id).hasElement());
    }

    private static Set<Topic> topics(Form form) {
        return Stream.ofNullable(form.topics())
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static @Nullable URI address(@Nullable String url) {
        try {
            return url == null || url.isBlank() || url.length() > LONGEST ? null : URI.create(url.strip());
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    private Mono<String> told(String told, StaffMember by, Model model) {
        model.addAttribute("told", told);
        return show(by, model);
    }

    private Mono<String> show(StaffMember by, Model model) {
        model.addAttribute("topics", Topic.values());
        return find.all(by.community())
                .collectList()
                .doOnNext(all -> model.addAttribute("subscriptions", all))
                .thenReturn("administration/webhooks");
    }
}
