package org.linli.polls.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// When a resident was born.
///
/// @param born `null`: asked, and not said yet
/// @param seen whether staff has seen a document
public record Age(@Nullable LocalDate born, boolean seen) {

    private static final int OLDEST = 120;
    private static final Pattern BIRTHDAY = Pattern.compile(
            "(?<!\\d)((?:19|20)?\\d{2})\\s*[年./-]\\s*(?:(\\d{1,2})\\s*[月./-]\\s*(?:(\\d{1,2})\\s*[日号]?)?)?");
    private static final Pattern YEARS = Pattern.compile("(?<!\\d)(\\d{1,3})\\s*(?:周?岁|了?$)");

    /// What stands in the way of a vote from this age on. Empty: nothing.
    public static Optional<Barrier> barrier(@Nullable Age age, int least, LocalDate today) {
        if (least == 0) {
            return Optional.empty();
        }
        var born = age == null ? null : age.born();
        if (age == null || born == null) {
            return Optional.of(Barrier.AGE_UNKNOWN);
        }
        if (!age.seen()) {
            return Optional.of(Barrier.AGE_UNSEEN);
        }
        return Period.between(born, today).getYears() < least ? Optional.of(Barrier.TOO_YOUNG) : Optional.empty();
    }

    /// What people say: `1958年3月2日`, `58年的`, `68岁`. Of what they leave out, the latest that it can mean, so that
    /// nobody is taken for older than they are. Empty where it names no birthday that anybody can have.
    public static Optional<LocalDate> born(String said, LocalDate today) {
        var birthday = BIRTHDAY.matcher(said);
        var years = YEARS.matcher(said.strip());
        return (birthday.find()
                        ? date(birthday, today)
                        : years.find()
                                ? Optional.of(today.minusYears(Integer.parseInt(years.group(1))))
                                : Optional.<LocalDate>empty())
                .filter(it -> !it.isAfter(today) && it.isAfter(today.minusYears(OLDEST)));
    }

    private static Optional<LocalDate> date(Matcher said, LocalDate today) {
        try {
            int year = year(Integer.parseInt(said.group(1)), today);
            if (said.group(2) == null) {
                return Optional.of(LocalDate.of(year, 12, 31));
            }
            var month = LocalDate.of(year, Integer.parseInt(said.group(2)), 1);
            return Optional.of(
                    said.group(3) == null
                            ? month.plusMonths(1).minusDays(1)
                            : LocalDate.of(year, month.getMonthValue(), Integer.parseInt(said.group(3))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /// Of 58 it is 1958, of 08 it is 2008.
    private static int year(int said, LocalDate today) {
        if (said > 99) {
            return said;
        }
        return said <= today.getYear() % 100 ? 2000 + said : 1900 + said;
    }

    /// When somebody was born is their business.
    @Override
    public String toString() {
        return "Age[]";
    }
}
