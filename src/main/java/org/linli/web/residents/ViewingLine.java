package org.linli.web.residents;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.linli.community.CommunityMap;
import org.linli.community.ResidentViewed;
import org.linli.community.StaffMember;

/// One look at a resident's personal data, as the page tells it.
///
/// @param why    the end of the key of the reason's words; `number` where it is the number of a case
/// @param number of that case; otherwise empty
public record ViewingLine(String who, String at, String why, String number) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    static ViewingLine of(ResidentViewed it, CommunityMap map) {
        boolean known = Asked.REASONS.contains(it.why());
        return new ViewingLine(
                map.staffMember(it.staff()).map(StaffMember::name).orElse(it.staff()),
                MINUTE.format(it.at()),
                known ? it.why() : "number",
                known ? "" : it.why());
    }
}
