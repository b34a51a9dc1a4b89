package org.linli.teaching;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;

/// Who said something, as a print: enough to find again what a person said who does not want it kept, too little to
/// read who it was.
record Person(String print) {

    private static final int BYTES = 16;

    static Person at(CommunityId community, Address address) {
        try {
            byte[] print = MessageDigest.getInstance("SHA-256")
                    .digest((community.value() + "\0" + address.text()).getBytes(StandardCharsets.UTF_8));
            return new Person(HexFormat.of().formatHex(print, 0, BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java knows SHA-256", impossible);
        }
    }
}
