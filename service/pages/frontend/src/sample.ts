// A text to try the desk with: invented, and worded as if it had come out of French.

export const SAMPLE = `Kiev says the line near Bakhmout held through the night

The Ukrainian army said on Tuesday that it had pushed back three attacks west of Bakhmout, while rockets fell on Tchernihiv and Mikolaïv. General Oleksandre Syrsky, who visited a field hospital outside Kharkiv, said the road to Kramatorsk was open again.

In Kiev, Volodymyr Zelenski received the foreign ministers of Poland and Latvia. He thanked Varsovie for new air-defence batteries and asked the European Union to keep its promise of shells before winter. His guests are to travel on to Lviv, and from there to Chisinau.

Moscow gave another account. Vladimir Poutine's spokesman said the town of Bakhmout had been "quiet for days", and state television showed Sergueï Lavrov arriving in Astana for talks on grain.

In Minsk, Alexandre Loukachenko offered to host a meeting; Kiev did not answer. Aid workers said families from Bakhmout and from two villages near Kramatrosk were still waiting for buses to Dnipro.
`;
