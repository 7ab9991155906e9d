def main() -> int:
    while True:
     while True:
      while True:
       while True:
        while True:
         while True:
          while True:
           while True:
            while True:
             while True:
              while True:
               while True:
                while True:
                 while True:
                  while True:
                   while True:
                    while True:
                     while True:
                      while True:
                       while True:
                        for i in range(3):
                         return i
