package org.linli.cases.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.cases.CaseWords;
import org.linli.cases.Sunshine;
import org.linli.platform.database.CommunityId;
import org.linli.platform.words.Folder;

class CalendarsTest {

    private final CaseWords words = new CaseWords();
    private final Calendars calendars = new Calendars(words);

    @ParameterizedTest(name = "{0} is worked: {1}")
    @CsvSource({
        "2025-01-26, true", "2025-01-28, false", "2025-02-08, true", "2025-10-08, false", "2025-10-11, true",
        "2026-01-04, true", "2026-02-16, false", "2026-02-28, true", "2026-05-04, false", "2026-09-20, true",
        "2026-10-07, false", "2026-10-08, true", "2026-10-10, true", "2026-10-11, false"
    })
    void holidaysAreThoseOfTheStateCouncil(LocalDate day, boolean worked) {
        assertThat(calendars.of(Sunshine.ID).on(day).isEmpty()).isNotEqualTo(worked);
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({
        "2026-12-14, ''",
        "2026-12-15, cn-2027.yml 第 1 行：缺少 2027 年的节假日安排",
        "2027-01-01, cn-2027.yml 第 1 行：缺少 2027 年的节假日安排"
    })
    void aMissingYearIsNamedInTime(LocalDate today, String told) {
        var faults = calendars.faults(today).stream().map(it -> it.told(words)).toList();

        if (told.isEmpty()) {
            assertThat(faults).isEmpty();
        } else {
            assertThat(faults).singleElement().asString().startsWith(told);
        }
    }

    @Test
    void aCommunityMayHaveItsOwnHours() {
        var files = new TreeMap<>(new Folder("templates/calendars").read(".yml"));
        files.put("late/hours.yml", "sunday: [\"18:00-22:00\"]");
        calendars.take(files);

        assertThat(calendars.of(new CommunityId("late")).on(LocalDate.of(2026, 3, 1)))
                .hasSize(1);
        assertThat(calendars.of(new CommunityId("late")).on(LocalDate.of(2026, 3, 2)))
                .isEmpty();
        assertThat(calendars.of(Sunshine.ID).on(LocalDate.of(2026, 3, 2))).hasSize(2);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "cn-2026.yml|off: [2025-01-01]|第 1 行：“2025-01-01”不是 2026 年的日期",
                "cn-2026.yml|worked: [2026-02-30]|第 1 行：“2026-02-30”不是 2026 年的日期",
                "hours.yml|monday: [\"17:00-9:00\"]|第 1 行：看不懂时间段“17:00-9:00”",
                "hours.yml|monday: [\"8:00-12:00\", \"11:00-13:00\"]|第 1 行：时间段互相重叠",
                "hours.yml|funday: [\"8:00-12:00\"]|第 1 行：没有“funday”这一天",
                "holidays.yml|off: []|第 1 行：这里只认 cn-年份.yml 和 hours.yml"
            })
    void whatIsWrongIsNamed(String name, String text, String told) {
        var faults = new ArrayList<Fault>();

        assertThat(ReadCalendar.read(new RuleFile(name, faults), text)).isEmpty();
        assertThat(faults).anySatisfy(it -> assertThat(it.told(words)).startsWith(name + " " + told));
    }
}
