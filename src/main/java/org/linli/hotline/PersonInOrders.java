package org.linli.hotline;

import java.util.List;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.stereotype.Component;

/// Who called the city about what somebody reported here.
@Component
class PersonInOrders implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("hotline.orders")
                        .shown("""
                        select received_at as at, number, words, place, community_id, caller, phone from hotline.orders where community_id = :community and case_number = any(:cases)""")
                        .erased("""
                        update hotline.orders set caller = '', phone = '', words = '**', place = '' where community_id = :community and case_number = any(:cases)""")
                        .words("words", "place")
                        .sealed(Orders.CALLER, Orders.PHONE),
                PersonalTable.of("hotline.files").erased("delete from hotline.files where community_id = :community"));
    }
}
