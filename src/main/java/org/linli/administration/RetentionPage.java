package org.linli.administration;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.administration.keeping.PeriodWish;
import org.linli.administration.keeping.Periods;
import org.linli.administration.keeping.Periods.Held;
import org.linli.community.StaffMember;
import org.linli.platform.jobs.Job;
import org.linli.platform.retention.Forgets;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// How long what is kept: chosen here within bounds, and otherwise said, with the job that forgets it.
@Controller
class RetentionPage {

    /// What nobody can choose.
    ///
    /// @param job  its name; the words for what it forgets are `admin.retention.{job}`
    /// @param time how many of the unit
    /// @param unit `days`, `hours` or `minutes`
    record Kept(String job, long time, String unit) {

        static Kept of(String job, Duration time) {
            if (time.toDays() > 0) {
                return new Kept(job, time.toDays(), "days");
            }
            return time.toHours() > 0
                    ? new Kept(job, time.toHours(), "hours")
                    : new Kept(job, time.toMinutes(), "minutes");
        }
    }

    /// @param confirmed how many days it was kept when the loss was shown; `null` where none was
    record Form(
            @Nullable String kind,
            @Nullable String days,
            @Nullable String confirmed) {}

    private final AsAdministrator administrator;
    private final Periods periods;
    private final List<Kept> fixed;

    RetentionPage(AsAdministrator administrator, Periods periods, List<Job> jobs) {
        this.administrator = administrator;
        this.periods = periods;
        this.fixed = jobs.stream()
                .filter(job -> !(job instanceof Forgets))
                .flatMap(job -> job.keptFor().map(it -> Kept.of(job.name(), it)).stream())
                .sorted(Comparator.comparing(Kept::job))
                .toList();
    }

    @GetMapping("/desk/admin/retention")
    Mono<String> page(Model model) {
        return administrator.member().flatMap(by -> show(by, model));
    }

    @PostMapping("/desk/admin/retention")
    Mono<String> choose(Form form, Model model) {
        return administrator.member().flatMap(by -> wished(by, form, model).then(Mono.defer(() -> show(by, model))));
    }

    private Mono<Void> wished(StaffMember by, Form form, Model model) {
        var job = periods.of(form.kind() == null ? "" : form.kind())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return periods.held(by.community(), job).flatMap(held -> {
            var wish = PeriodWish.of(held.period(), held.days(), form.days(), form.confirmed());
            model.addAttribute("about", held);
            model.addAttribute("wish", wish);
            model.addAttribute("typed", form.days());
            return done(by, job, held, wish, model);
        });
    }

    private Mono<Void> done(StaffMember by, Forgets job, Held held, PeriodWish wish, Model model) {
        return switch (wish.fate()) {
            case REFUSED, SAME -> Mono.empty();
            case TO_CONFIRM ->
                periods.lost(by.community(), job, wish.days())
                        .doOnNext(rows -> model.addAttribute("lost", rows))
                        .then();
            case GRANTED -> periods.choose(by, held, wish.days());
        };
    }

    private Mono<String> show(StaffMember by, Model model) {
        return periods.all(by.community())
                .collectList()
                .doOnNext(all -> {
                    model.addAttribute("chosen", all);
                    model.addAttribute("fixed", fixed);
                })
                .thenReturn("administration/retention");
    }
}
