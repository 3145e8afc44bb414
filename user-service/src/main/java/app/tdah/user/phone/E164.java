package app.tdah.user.phone;

import app.tdah.defaults.web.InvalidField;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;

/**
 * A telephone number in the international form of ITU-T E.164, such as {@code +34612345678}.
 *
 * @param value plus sign and digits
 */
record E164(String value) {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  /**
   * Reads what people type: spaces, hyphens and brackets are fine, the country code is a must. The
   * length must fit the country; whether somebody has the number, the code will tell, which keeps
   * newly assigned ranges open.
   *
   * @throws InvalidField on {@code number}
   */
  static E164 parse(String text) {
    try {
      Phonenumber.PhoneNumber number = NUMBERS.parse(text, null);
      if (!number.hasExtension() && NUMBERS.isPossibleNumber(number)) {
        return new E164(NUMBERS.format(number, PhoneNumberFormat.E164));
      }
    } catch (NumberParseException e) {
      // Answered below, as for a number of the wrong length.
    }
    throw new InvalidField(
        "number", "must be a phone number with its country code, such as +34612345678");
  }

  @Override
  public String toString() {
    return "E164[…]";
  }
}
